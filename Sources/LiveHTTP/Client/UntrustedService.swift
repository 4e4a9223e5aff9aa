/// The service showed another certificate than the one that was pinned.
struct UntrustedService: Error {}
