import ArgumentParser
import Foundation
import NodeAgent

/// Where metadata come from, as os-collect-config's file and options tell it.
struct CollectorOptions: ParsableArguments {
    @Option(
        help: "A file of settings, as os-collect-config's; it may be missing.",
        completion: .file(extensions: ["conf"]))
    var configFile = "/etc/os-collect-config.conf"

    @Option(help: "A folder of metadata files; may be given more than once.")
    var localPath: [String] = []

    @Option(help: "A file that Heat left on the machine; may be given more than once.")
    var heatLocalPath: [String] = []

    @Option(help: "The key of deployments that become files of their own.")
    var deploymentKey: [String] = []

    @Option(help: "Where an instance's metadata are.")
    var ec2MetadataUrl: String?

    @Option(help: "The address of a document of metadata.")
    var requestMetadataUrl: String?

    @Option(help: "CloudFormation's API.")
    var cfnMetadataUrl: String?

    @Option(help: "A file with the address of CloudFormation's API.")
    var cfnHeatMetadataHint: String?

    @Option(help: "The stack.")
    var cfnStackName: String?

    @Option(help: "A resource's field, as in controller0.Metadata.")
    var cfnPath: [String] = []

    @Option(help: "Whose key requests are signed with.")
    var cfnAccessKeyId: String?

    @Option(help: "The key; better in the file, where other accounts do not see it.")
    var cfnSecretAccessKey: String?

    @Option(help: "Keystone's address, for Heat's API.")
    var heatAuthUrl: String?

    @Option(help: "The user.")
    var heatUserId: String?

    @Option(help: "The password; better in the file, where other accounts do not see it.")
    var heatPassword: String?

    @Option(help: "The project.")
    var heatProjectId: String?

    @Option(help: "The stack.")
    var heatStackId: String?

    @Option(help: "The resource whose metadata are asked for.")
    var heatResourceName: String?

    @Option(help: "The region.")
    var heatRegionName: String?

    @Option(help: "Keystone's address, for Zaqar's API.")
    var zaqarAuthUrl: String?

    @Option(help: "The user.")
    var zaqarUserId: String?

    @Option(help: "The password; better in the file, where other accounts do not see it.")
    var zaqarPassword: String?

    @Option(help: "The project.")
    var zaqarProjectId: String?

    @Option(help: "The queue.")
    var zaqarQueueId: String?

    @Option(help: "The region.")
    var zaqarRegionName: String?

    /// What the file says, with what the options say over it.
    var settings: CollectorSettings {
        let text = try? String(contentsOfFile: configFile, encoding: .utf8)
        var settings = text.map { CollectorSettings(file: $0) } ?? CollectorSettings()
        settings.set("DEFAULT", "deployment_key", to: deploymentKey)
        settings.set("local", "path", to: localPath)
        settings.set("heat_local", "path", to: heatLocalPath)
        settings.set("cfn", "path", to: cfnPath)
        for (group, name, value) in single where value != nil {
            settings.set(group, name, to: [value].compactMap(\.self))
        }
        return settings
    }

    private var single: [(group: String, name: String, value: String?)] {
        [
            ("ec2", "metadata_url", ec2MetadataUrl),
            ("request", "metadata_url", requestMetadataUrl),
            ("cfn", "metadata_url", cfnMetadataUrl),
            ("cfn", "heat_metadata_hint", cfnHeatMetadataHint),
            ("cfn", "stack_name", cfnStackName), ("cfn", "access_key_id", cfnAccessKeyId),
            ("cfn", "secret_access_key", cfnSecretAccessKey), ("heat", "auth_url", heatAuthUrl),
            ("heat", "user_id", heatUserId), ("heat", "password", heatPassword),
            ("heat", "project_id", heatProjectId), ("heat", "stack_id", heatStackId),
            ("heat", "resource_name", heatResourceName), ("heat", "region_name", heatRegionName),
            ("zaqar", "auth_url", zaqarAuthUrl), ("zaqar", "user_id", zaqarUserId),
            ("zaqar", "password", zaqarPassword), ("zaqar", "project_id", zaqarProjectId),
            ("zaqar", "queue_id", zaqarQueueId), ("zaqar", "region_name", zaqarRegionName),
        ]
    }
}
