"""From words to names and people: where names stand, what they name, and who shares them."""
