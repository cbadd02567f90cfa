"""Who may read what, why and until when: assignments, grounds, disclosures, looks, and the door."""
