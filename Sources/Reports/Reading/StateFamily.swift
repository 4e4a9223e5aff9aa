import BareMetal

/// What a node is about, in as many sorts as colours can be told apart.
enum StateFamily: Int, CaseIterable {
    case enrolled, inspecting, cleaning, available, deploying, active, leaving, held, failed

    init(_ state: ProvisionState) {
        switch state {
        case .enroll, .verifying, .manageable: self = .enrolled
        case .inspecting, .inspectWait: self = .inspecting
        case .cleaning, .cleanWait: self = .cleaning
        case .available: self = .available
        case .deploying, .deployWait: self = .deploying
        case .active: self = .active
        case .deleting, .adopting, .rescuing, .rescueWait, .rescue, .unrescuing, .servicing,
            .serviceWait:
            self = .leaving
        case .cleanHold, .deployHold, .serviceHold: self = .held
        case .inspectFailed, .cleanFailed, .deployFailed, .adoptFailed, .rescueFailed,
            .unrescueFailed, .serviceFailed, .error:
            self = .failed
        }
    }

    /// What the legend calls it.
    var title: String {
        switch self {
        case .enrolled: "enrolled"
        case .inspecting: "inspecting"
        case .cleaning: "cleaning"
        case .available: "available"
        case .deploying: "deploying"
        case .active: "active"
        case .leaving: "other work"
        case .held: "held"
        case .failed: "failed"
        }
    }

    /// What a small picture has room for.
    var letter: String {
        switch self {
        case .enrolled: "e"
        case .inspecting: "i"
        case .cleaning: "c"
        case .available: "v"
        case .deploying: "d"
        case .active: "A"
        case .leaving: "o"
        case .held: "h"
        case .failed: "F"
        }
    }

    /// Its class in style sheets.
    var styleClass: String { "f\(rawValue)" }
}

extension StateFamily {
    /// The family of a state as Ironic spells it; nil for other words.
    init?(named name: String) {
        guard let state = ProvisionState(rawValue: name) else { return nil }
        self.init(state)
    }
}
