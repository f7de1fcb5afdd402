"""Imports the module of a chain and says what its `run_remote` takes and gives, as a signature document.

What is asked of pydantic and of truss is asked of those that the user's own Python has.
"""
