"""What a customer, or an app on their device, reads off the phone. `claims` hears who said what of what; a parser picks its own."""
