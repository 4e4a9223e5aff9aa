/// An event that says itself how it is drawn in the pictures of a run: whoever brings new services
/// or tenants brings their lanes and series with them.
public protocol ChartedEvent: JournalEvent {
    var marks: [ChartMark] { get }
}
