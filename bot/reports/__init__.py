"""What people take with them: files made from what the tables hold."""
