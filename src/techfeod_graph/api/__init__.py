"""The public interface for programs: what ``import techfeod_graph`` offers."""
