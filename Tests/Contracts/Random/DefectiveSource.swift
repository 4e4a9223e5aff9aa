import World

/// A source with one planted defect, to show that the contract tells it from a sound one.
struct DefectiveSource: RandomSource {
    enum Defect: String, CaseIterable {
        case isConstant, hasStuckBit, hasFewDraws, sharesBranches

        /// Words of a promise that a source with this defect must be seen to break.
        var broken: String {
            switch self {
            case .isConstant: "reach all of it"
            case .hasStuckBit: "each bit is as often set"
            case .hasFewDraws: "no draw repeats"
            case .sharesBranches: "components draw apart"
            }
        }
    }

    let sound: any RandomSource
    let defect: Defect
    /// A sound source from its beginning; the same draws every time.
    let fresh: @Sendable () -> any RandomSource

    func next() -> UInt64 {
        switch defect {
        case .isConstant: 7
        case .hasStuckBit: sound.next() | 1 << 40
        case .hasFewDraws: (sound.next() & 0xfff) &* 0x9e37_79b9_7f4a_7c15
        case .sharesBranches: sound.next()
        }
    }

    func branch(_ component: String) -> any RandomSource {
        let branch = defect == .sharesBranches ? fresh() : sound.branch(component)
        return DefectiveSource(sound: branch, defect: defect, fresh: fresh)
    }
}
