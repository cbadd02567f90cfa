"""The fictional world of Lövsjö, seeded by the same verbs as people use."""
