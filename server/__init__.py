"""What answers before a page runs: addresses, headers, the shell of the page, readiness."""
