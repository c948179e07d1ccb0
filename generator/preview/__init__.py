"""What a proposal changes, before anybody says yes: its cards, the kits it enters, and a summary in plain words."""
