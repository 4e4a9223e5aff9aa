import BareMetal

extension Node {
    /// How often a step was started that is under way now; nil where another one is.
    func attempts(at id: StepID) -> Int? {
        step?.step?.id == id ? step?.attempts : nil
    }
}
