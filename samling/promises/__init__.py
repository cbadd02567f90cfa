"""*Löften*: who does what, how often and until when; accepted by the maker, or noted by who heard it; silence shows."""
