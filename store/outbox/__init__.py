"""What is on its way to the store, tried again until it is durable.

It decides nothing about answers; merging stands in store/respondents/.
"""
