"""How fast the pages are: ratios measured side by side in one run. `python -m bench [sizes]`."""
