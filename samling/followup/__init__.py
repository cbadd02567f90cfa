"""*Uppföljningen*: the child, each guardian and adults at school are asked on time if it helps; little, and never twice.

A round falls due, people are asked one by one within a budget, and skipping is an answer. What is answered stands
behind the wall of the authority that asked, until whoever answered lets it be put on the joint table.
"""
