"""The *elevhälsoteam* and *barnhälsoteam*: its rhythm, its places, its meetings and who is at the table."""
