"""The machine room: the embedded PostgreSQL, its roles and passwords, and the processes that serve Samling.

Nothing here knows what a child or a consent is. The package answers three questions: where is the
database (`addresses`), who may connect to it (`roles`), and what runs on this machine (`run`).
"""
