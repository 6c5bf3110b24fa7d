"""Everything that is seen. Views ask the store and draw Pictures; they decide nothing."""
