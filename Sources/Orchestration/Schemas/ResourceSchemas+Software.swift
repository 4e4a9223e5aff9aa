extension ResourceSchemas {
    /// The properties and attributes of what carries software's configuration to servers.
    ///
    /// Source: the property schemas of openstack-heat 24.
    static let software = #"""
        OS::Heat::CloudConfig
            cloud_config: map
            @config: string
        OS::Heat::DeployedServer
            name: string | updatable
            metadata: map | updatable
            software_config_transport: string | updatable | default "POLL_SERVER_CFN"
              | one of POLL_SERVER_CFN POLL_SERVER_HEAT POLL_TEMP_URL ZAQAR_MESSAGE
            deployment_swift_data: map | updatable | default {}
                container: string | length 1..
                object: string | length 1..
            @name: string
            @os_collect_config: map
        OS::Heat::MultipartMime
            group: string | default "Heat::Ungrouped"
            parts: list | default []
                *: map
                    config: string | required
                    filename: string
                    type: string | default "text" | one of text multipart
                    subtype: string
            @config: string
        OS::Heat::SoftwareComponent
            configs: list | required | length 1..
                *: map
                    actions: list | default ["CREATE", "UPDATE"] | length 1..
                        *: string
                    config: string
                    tool: string | required
        \#(inputsAndOutputs)
            options: map
            @config: string
        OS::Heat::SoftwareConfig
            group: string | default "Heat::Ungrouped"
            config: string
            options: map
        \#(inputsAndOutputs)
            @config: string
        OS::Heat::SoftwareDeployment
            config: string | updatable
            server: string | required
        \#(inputValues)
            name: string | updatable
        \#(signalTransport)
            @deploy_stdout: string
            @deploy_stderr: string
            @deploy_status_code: string
        OS::Heat::SoftwareDeploymentGroup
            servers: map | required | updatable
            config: string | updatable
        \#(inputValues)
            name: string | updatable
        \#(signalTransport)
            @deploy_stdouts: map
            @deploy_stderrs: map
            @deploy_status_codes: map
        OS::Heat::StructuredConfig
            group: string | default "Heat::Ungrouped"
            options: map
        \#(inputsAndOutputs)
            config: map
            @config: string
        OS::Heat::StructuredDeployment
            config: string | updatable
            server: string | required
        \#(inputValues)
        \#(signalTransport)
            name: string | updatable
            input_key: string | default "get_input"
            input_values_validate: string | default "LAX" | one of LAX STRICT
            @deploy_stdout: string
            @deploy_stderr: string
            @deploy_status_code: string
        OS::Heat::StructuredDeploymentGroup
            servers: map | required | updatable
            config: string | updatable
        \#(inputValues)
        \#(signalTransport)
            name: string | updatable
            input_key: string | default "get_input"
            input_values_validate: string | default "LAX" | one of LAX STRICT
            @deploy_stdouts: map
            @deploy_stderrs: map
            @deploy_status_codes: map
        """#

    /// What a configuration takes and gives.
    private static let inputsAndOutputs = #"""
            inputs: list
                *: map
                    name: string | required
                    description: string
                    type: string | default "String"
                      | one of String Number CommaDelimitedList Json Boolean
                    default: any
                    replace_on_change: boolean | default false
            outputs: list
                *: map
                    name: string | required
                    description: string
                    type: string | default "String"
                      | one of String Number CommaDelimitedList Json Boolean
                    error_output: boolean | default false
        """#

    /// What a deployment hands in, and when.
    private static let inputValues = #"""
            input_values: map | updatable
            actions: list | updatable | default ["CREATE", "UPDATE"]
              | one of CREATE UPDATE DELETE SUSPEND RESUME
        """#

    /// How a deployment is told of.
    private static let signalTransport = #"""
            signal_transport: string | default "CFN_SIGNAL"
              | one of CFN_SIGNAL TEMP_URL_SIGNAL HEAT_SIGNAL NO_SIGNAL ZAQAR_SIGNAL
        """#
}
