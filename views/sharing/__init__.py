"""The candidate's page: what they share with whoever invited them, chosen, looked at beforehand, changed, withdrawn.

The result itself is shown in result/; what the reader of a share sees is drawn there too, for both sides.
"""
