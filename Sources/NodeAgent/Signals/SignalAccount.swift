import Documents

/// The account that a machine signals with.
package struct SignalAccount: Sendable, Hashable {
    package let identityAddress: String
    package let user: String
    package let password: String
    package let project: String
    package let region: String?

    /// - Returns: nil where something of it is missing.
    init?(_ deployment: HeatDeployment) {
        func text(_ name: String) -> String? { deployment[input: name]?.text }
        guard let identityAddress = text("deploy_auth_url"), let user = text("deploy_user_id"),
            let password = text("deploy_password"), let project = text("deploy_project_id")
        else { return nil }
        self.identityAddress = identityAddress
        self.user = user
        self.password = password
        self.project = project
        region = text("deploy_region_name")
    }
}
