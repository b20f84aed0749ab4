"""What a candidate may do: look at who asks, begin, share, change and withdraw.

What is shared is made of a result by the page that shows it; nothing here draws, scores or answers a request.
"""
