"""Writes documents in which every sentence stands on passages of reports, checks drafts, and keeps their citations alive.

A brief is composed from what the door out let through (`corro.model.brief.BriefMaterial`), in one language, and written in some
format. It knows no store, no vault and no clock.
"""
