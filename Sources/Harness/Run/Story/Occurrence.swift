/// What one journal entry adds to a run's story.
struct Occurrence {
    let kind: StoryEntry.Kind
    let subject: String
    /// What happened to it, for people.
    let text: String
    /// What it is told together with, once it happens again in the same phase; nil where each is
    /// told on its own.
    var fold: Fold?

    /// How occurrences with several subjects are told as one.
    struct Fold {
        /// Tells those that belong together.
        let group: String
        /// Tells them, given how many subjects there are.
        let text: (Int) -> String
    }
}
