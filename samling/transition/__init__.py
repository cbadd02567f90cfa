"""*Övergång*: a child moves on; what the receiver needs is shown to the family first, and complete when the receiver has said yes."""
