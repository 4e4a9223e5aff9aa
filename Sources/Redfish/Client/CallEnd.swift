/// When the call that a client is in the middle of has to be over, on its transport's clock; nil
/// outside of any. It reaches every request, page and look at a task that the call is made of.
enum CallEnd {
    @TaskLocal static var moment: Duration?
}
