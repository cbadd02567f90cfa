"""How the embedded PostgreSQL is set: for a small machine, and for tests that may forget."""

# Errors are logged without the statement, its values or the row: the log never holds a child's text.
SETTINGS = {
    "listen_addresses": "",
    "password_encryption": "scram-sha-256",
    "max_connections": "80",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "1GB",
    "wal_compression": "lz4",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m %u %a ",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
# A test's data may be lost in a power cut; nobody waits for the disk.
SETTINGS_FOR_TESTS = {
    "max_connections": "200",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum_naptime": "10min",
    "max_wal_size": "4GB",
    "max_locks_per_transaction": "256",
}


def settings_for(purpose: str) -> dict[str, str]:
    """PostgreSQL's settings by name; purpose "test" trades safety in a power cut for speed."""
    return SETTINGS | (SETTINGS_FOR_TESTS if purpose == "test" else {})
