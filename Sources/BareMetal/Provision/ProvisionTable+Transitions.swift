extension ProvisionTable {
    private typealias Transition = ProvisionTransition

    /// A node is known, and becomes one that can be driven.
    static let enrolment: [ProvisionTransition] = [
        Transition(.enroll, asked: .manage, to: .verifying),
        Transition(.verifying, told: .done, to: .manageable),
        Transition(.verifying, told: .fail, to: .enroll),
        Transition(.available, asked: .manage, to: .manageable),
    ]

    /// A ramdisk finds out what the machine is.
    static let inspection: [ProvisionTransition] = [
        Transition(.manageable, asked: .inspect, to: .inspecting),
        Transition(.inspecting, told: .done, to: .manageable),
        Transition(.inspecting, told: .fail, to: .inspectFailed),
        Transition(.inspecting, told: .wait, to: .inspectWait),
        Transition(.inspectWait, told: .done, to: .manageable),
        Transition(.inspectWait, told: .fail, to: .inspectFailed),
        Transition(.inspectWait, told: .resume, to: .inspecting),
        Transition(.inspectWait, asked: .abort, to: .inspectFailed),
        Transition(.inspectFailed, asked: .manage, to: .manageable),
        Transition(.inspectFailed, asked: .inspect, to: .inspecting),
    ]

    /// Disks are wiped before the node enters the pool, or because an operator asked.
    static let cleaning: [ProvisionTransition] = [
        Transition(.manageable, asked: .provide, to: .cleaning),
        Transition(.manageable, asked: .clean, to: .cleaning),
        Transition(.cleaning, told: .done, to: .available),
        Transition(.cleaning, told: .manage, to: .manageable),
        Transition(.cleaning, told: .fail, to: .cleanFailed),
        Transition(.cleaning, told: .wait, to: .cleanWait),
        Transition(.cleaning, told: .hold, to: .cleanHold),
        Transition(.cleanWait, told: .resume, to: .cleaning),
        Transition(.cleanWait, told: .fail, to: .cleanFailed),
        Transition(.cleanWait, told: .hold, to: .cleanHold),
        Transition(.cleanWait, asked: .abort, to: .cleanFailed),
        Transition(.cleanHold, asked: .abort, to: .cleanFailed),
        Transition(.cleanHold, asked: .unhold, to: .cleanWait),
        // Only by hand, so that a node whose disks may hold a tenant's data never reaches the pool
        // unseen.
        Transition(.cleanFailed, asked: .manage, to: .manageable),
    ]

    /// An image is written and started.
    static let deployment: [ProvisionTransition] = [
        Transition(.available, asked: .deploy, to: .deploying),
        Transition(.deploying, told: .done, to: .active),
        Transition(.deploying, told: .fail, to: .deployFailed),
        Transition(.deploying, told: .wait, to: .deployWait),
        Transition(.deploying, told: .hold, to: .deployHold),
        Transition(.deployWait, told: .resume, to: .deploying),
        Transition(.deployWait, told: .fail, to: .deployFailed),
        Transition(.deployWait, told: .hold, to: .deployHold),
        Transition(.deployWait, asked: .abort, to: .deployFailed),
        Transition(.deployHold, asked: .unhold, to: .deployWait),
        Transition(.deployHold, asked: .abort, to: .deployFailed),
        Transition(.deployFailed, asked: .rebuild, to: .deploying),
        Transition(.deployFailed, asked: .deploy, to: .deploying),
        Transition(.active, asked: .rebuild, to: .deploying),
        Transition(.error, asked: .rebuild, to: .deploying),
    ]

    /// An instance ends, and what it left behind is cleaned.
    static let tearDown: [ProvisionTransition] = [
        Transition(.active, asked: .undeploy, to: .deleting),
        Transition(.deployWait, asked: .undeploy, to: .deleting),
        Transition(.deployFailed, asked: .undeploy, to: .deleting),
        Transition(.error, asked: .undeploy, to: .deleting),
        Transition(.deleting, told: .clean, to: .cleaning),
        Transition(.deleting, told: .fail, to: .error),
    ]

    /// A machine that already runs an instance is taken over as it is.
    static let adoption: [ProvisionTransition] = [
        Transition(.manageable, asked: .adopt, to: .adopting),
        Transition(.adopting, told: .done, to: .active),
        Transition(.adopting, told: .fail, to: .adoptFailed),
        Transition(.adoptFailed, asked: .adopt, to: .adopting),
        Transition(.adoptFailed, asked: .manage, to: .manageable),
    ]

    /// A ramdisk runs in place of the instance, so that its owner can repair it.
    static let rescue: [ProvisionTransition] = [
        Transition(.active, asked: .rescue, to: .rescuing),
        Transition(.rescuing, told: .done, to: .rescue),
        Transition(.rescuing, told: .fail, to: .rescueFailed),
        Transition(.rescuing, told: .wait, to: .rescueWait),
        Transition(.rescueWait, told: .resume, to: .rescuing),
        Transition(.rescueWait, told: .fail, to: .rescueFailed),
        Transition(.rescueWait, asked: .abort, to: .rescueFailed),
        Transition(.rescueWait, asked: .undeploy, to: .deleting),
        Transition(.rescueFailed, asked: .rescue, to: .rescuing),
        Transition(.rescueFailed, asked: .unrescue, to: .unrescuing),
        Transition(.rescueFailed, asked: .undeploy, to: .deleting),
        Transition(.rescue, asked: .rescue, to: .rescuing),
        Transition(.rescue, asked: .unrescue, to: .unrescuing),
        Transition(.rescue, asked: .undeploy, to: .deleting),
        Transition(.unrescuing, told: .done, to: .active),
        Transition(.unrescuing, told: .fail, to: .unrescueFailed),
        Transition(.unrescueFailed, asked: .rescue, to: .rescuing),
        Transition(.unrescueFailed, asked: .unrescue, to: .unrescuing),
        Transition(.unrescueFailed, asked: .undeploy, to: .deleting),
    ]

    /// Steps run on a node in use, and its instance comes back.
    static let servicing: [ProvisionTransition] = [
        Transition(.active, asked: .service, to: .servicing),
        Transition(.servicing, told: .done, to: .active),
        Transition(.servicing, told: .fail, to: .serviceFailed),
        Transition(.servicing, told: .wait, to: .serviceWait),
        Transition(.servicing, told: .hold, to: .serviceHold),
        Transition(.serviceWait, told: .resume, to: .servicing),
        Transition(.serviceWait, told: .fail, to: .serviceFailed),
        Transition(.serviceWait, told: .hold, to: .serviceHold),
        Transition(.serviceWait, asked: .abort, to: .serviceFailed),
        Transition(.serviceWait, asked: .undeploy, to: .deleting),
        Transition(.serviceHold, asked: .service, to: .servicing),
        Transition(.serviceHold, asked: .unhold, to: .serviceWait),
        Transition(.serviceHold, told: .fail, to: .serviceFailed),
        Transition(.serviceHold, asked: .abort, to: .serviceFailed),
        Transition(.serviceFailed, asked: .service, to: .servicing),
        Transition(.serviceFailed, asked: .rescue, to: .rescuing),
        Transition(.serviceFailed, told: .wait, to: .serviceWait),
        Transition(.serviceFailed, told: .hold, to: .serviceHold),
        Transition(.serviceFailed, asked: .undeploy, to: .deleting),
        Transition(.serviceFailed, asked: .abort, to: .active),
    ]
}
