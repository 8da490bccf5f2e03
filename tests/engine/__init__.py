"""What the engine does, on plans made up for the purpose."""
