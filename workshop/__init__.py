"""The workshop: where the house is set up, shown, checked and measured. Nothing in the product imports it."""
