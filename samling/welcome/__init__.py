"""The information meeting: what the team offers is voluntary, said in words that are kept, and a no weighs as a yes.

Each guardian and the child answers for herself. Who has not answered yet is waited for and not counted.
"""
