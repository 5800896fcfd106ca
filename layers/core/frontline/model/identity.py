"""How a customer shows who they are, by the names under which it is known everywhere."""

PROOF = "identity_proof"
NUMBER = "phone_number"
IDENTIFIED = "identified"
"""The number whose customer this one was found to be."""
BY_CODE = "code"
"""The proof of who would rather have a code sent to their phone."""
