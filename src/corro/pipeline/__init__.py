"""Joins the stages, the store and the executor: one module a use; the only place that knows them all."""
