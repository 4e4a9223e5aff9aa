extension ResourceSchemas {
    /// The properties and attributes of Heat's own resources, apart from software.
    ///
    /// Source: the property schemas of openstack-heat 24.
    static let heat = #"""
        AWS::CloudFormation::Stack
            TemplateURL: string | required | updatable
            TimeoutInMinutes: integer | updatable
            Parameters: map | updatable
        AWS::CloudFormation::WaitCondition
            Handle: string | required
            Timeout: integer | required | range 1..43200
            Count: integer | updatable | default 1 | range 1..
            @Data: string
        AWS::CloudFormation::WaitConditionHandle
        OS::Heat::Delay
            min_wait: number | updatable | default 0 | range 0..
            max_jitter: number | updatable | default 0 | range 0..
            jitter_multiplier: number | updatable | default 1.0 | range 0..
            actions: list | updatable | default ["CREATE"] | one of CREATE DELETE SUSPEND RESUME
        OS::Heat::None
        OS::Heat::RandomString
            length: integer | default 32 | range 1..512
            sequence: string
              | one of lettersdigits letters lowercase uppercase digits hexdigits octdigits
            character_classes: list | default [{"class": "lettersdigits", "min": 1}]
                *: map
                    class: string | default "lettersdigits"
                      | one of lettersdigits letters lowercase uppercase digits hexdigits octdigits
                    min: integer | default 1 | range 1..512
            character_sequences: list
                *: map
                    sequence: string | required
                    min: integer | default 1 | range 1..512
            salt: string
            @value: string
        OS::Heat::ResourceChain
            resources: list | required | updatable
            concurrent: boolean | default false
            resource_properties: map
            @refs: list
            @attributes: map
        OS::Heat::ResourceGroup
            count: integer | updatable | default 1 | range 0..
            index_var: string | default "%index%" | length 3..
            resource_def: map | required | updatable
                type: string | required
                properties: map
                metadata: map
            removal_policies: list | updatable | default []
                *: map
                    resource_list: list | default []
            removal_policies_mode: string | updatable | default "append" | one of append update
            @refs: list
            @refs_map: map
            @attributes: map
            @removed_rsrc_list: list
        OS::Heat::Stack
            context: map | updatable
                region_name: string
                credential_secret_id: string | updatable
                ca_cert: string | updatable
                insecure: boolean | updatable | default false
            template: string | required | updatable
            timeout: integer | updatable
            parameters: map | updatable | default {}
            @stack_name: string
            @outputs: map
        OS::Heat::SwiftSignal
            handle: string | required
            timeout: number | required | range 1..43200
            count: integer | default 1 | range 1..1000
            @data: string
        OS::Heat::SwiftSignalHandle
            @token: string
            @endpoint: string
            @curl_cli: string
        OS::Heat::TestResource
            constraint_prop_secs: number | updatable | default 0 | known to test_constr
            attr_wait_secs: number | updatable | default 0
            value: string | updatable | default "test_string"
            update_replace_value: string
            fail: boolean | updatable | default false
            update_replace: boolean | updatable | default false
            wait_secs: number | updatable | default 0
            action_wait_secs: map | updatable
                create: number | updatable
                update: number | updatable
                delete: number | updatable
            client_name: string | updatable | default ""
            entity_name: string | updatable | default ""
            @output
        OS::Heat::UpdateWaitConditionHandle
        OS::Heat::Value
            value: any | required | updatable
            type: string | updatable | one of string number comma_delimited_list json boolean
            @value
        OS::Heat::WaitCondition
            handle: string | required
            timeout: number | required | range 1..43200
            count: integer | updatable | default 1 | range 1..
            @data: string
        OS::Heat::WaitConditionHandle
            signal_transport: string | default "TOKEN_SIGNAL"
              | one of CFN_SIGNAL TEMP_URL_SIGNAL HEAT_SIGNAL NO_SIGNAL ZAQAR_SIGNAL TOKEN_SIGNAL
            @token: string
            @endpoint: string
            @curl_cli: string
            @signal: string
        OS::Heat::AutoScalingGroup
            resource: map | required | updatable
            max_size: integer | required | updatable | range 0..
            min_size: integer | required | updatable | range 0..
            cooldown: integer | updatable
            desired_capacity: integer | updatable
            rolling_updates: map | updatable
              | default {"min_in_service": 0, "max_batch_size": 1, "pause_time": 0}
                min_in_service: integer | default 0 | range 0..
                max_batch_size: integer | default 1 | range 1..
                pause_time: number | default 0 | range 0..
            @outputs: map
            @outputs_list: list
            @current_size: integer
            @refs: list
            @refs_map: map
        OS::Heat::InstanceGroup
            AvailabilityZones: list | required
            LaunchConfigurationName: string | required | updatable
            Size: integer | required | updatable
            LoadBalancerNames: list
            Tags: list
                *: map
                    Key: string | required
                    Value: string | required
            @InstanceList: string
        OS::Heat::ScalingPolicy
            auto_scaling_group_id: string | required
            scaling_adjustment: number | required | updatable
            adjustment_type: string | required | updatable
              | one of change_in_capacity exact_capacity percent_change_in_capacity
            cooldown: number | updatable
            min_adjustment_step: integer | updatable | range 0..
            @alarm_url: string
            @signal_url: string
        OS::Heat::HARestarter
        OS::Heat::AccessPolicy
            AllowedResources: list | required
        """#
}
