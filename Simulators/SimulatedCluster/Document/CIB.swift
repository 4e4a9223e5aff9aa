/// A cluster's information base: the XML document of all that Pacemaker is told and knows.
///
/// Read and written as far as ``ClusterState`` goes; what the model does not know is passed over.
public enum CIB {
    /// Reads a document.
    ///
    /// - Parameter now: seconds since 1970, unless the document says when it was taken.
    public static func read(_ text: String, now: Int = 0) throws(XMLProblem) -> ClusterState {
        CIBReader(root: try XMLElement.read(text), now: now).state()
    }

    /// A document that Pacemaker's tools read.
    public static func text(of state: ClusterState) -> String {
        "<?xml version=\"1.0\"?>\n" + CIBWriter(state: state).document().text
    }
}
