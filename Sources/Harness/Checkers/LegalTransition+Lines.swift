import BareMetal

extension LegalTransition {
    /// Where a state may lead, for the states a deployment goes through (Ironic's `states.py`).
    static let destinations: [(from: ProvisionState, to: [ProvisionState])] = [
        (.enroll, [.verifying]),
        (.verifying, [.manageable, .enroll]),
        (.manageable, [.inspecting, .cleaning, .adopting]),
        (.inspecting, [.manageable, .inspectFailed, .inspectWait]),
        (.inspectWait, [.manageable, .inspecting, .inspectFailed]),
        (.inspectFailed, [.inspecting, .manageable]),
        (.cleaning, [.available, .manageable, .cleanFailed, .cleanWait, .cleanHold]),
        (.cleanWait, [.cleaning, .cleanFailed, .cleanHold]),
        (.cleanHold, [.cleanWait, .cleanFailed]),
        (.cleanFailed, [.manageable]),
        (.available, [.deploying, .manageable]),
        (.deploying, [.active, .deployFailed, .deployWait, .deployHold]),
        (.deployWait, [.deploying, .deployFailed, .deployHold, .deleting]),
        (.deployHold, [.deployWait, .deployFailed]),
        (.deployFailed, [.deploying, .deleting]),
        (.active, [.deploying, .deleting, .rescuing, .servicing]),
        (.deleting, [.cleaning, .error]),
        (.error, [.deploying, .deleting]),
        (.adopting, [.active, .adoptFailed]),
        (.adoptFailed, [.adopting, .manageable]),
        (.rescuing, [.rescue, .rescueFailed, .rescueWait]),
        (.rescueWait, [.rescuing, .rescueFailed, .deleting]),
        (.rescueFailed, [.rescuing, .unrescuing, .deleting]),
        (.rescue, [.rescuing, .unrescuing, .deleting]),
        (.unrescuing, [.active, .unrescueFailed]),
        (.unrescueFailed, [.rescuing, .unrescuing, .deleting]),
        (.servicing, [.active, .serviceFailed, .serviceWait, .serviceHold]),
        (.serviceWait, [.servicing, .serviceFailed, .serviceHold, .deleting]),
        (.serviceHold, [.servicing, .serviceWait, .serviceFailed]),
        (
            .serviceFailed,
            [.servicing, .rescuing, .serviceWait, .serviceHold, .deleting, .active]
        ),
    ]
}
