"""The screens, one a file; each shows the state and keeps none of its own."""
