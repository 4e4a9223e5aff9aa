extension ResourceSchemas {
    /// The properties and attributes of Nova's resources.
    ///
    /// Source: the property schemas of openstack-heat 24.
    static let nova = #"""
        OS::Nova::Flavor
            tenants: list | updatable | default []
                *: string | known to keystone.project
            flavorid: string
            name: string
            ram: integer | required
            vcpus: integer | required
            disk: integer | default 0
            swap: integer | default 0
            ephemeral: integer | default 0
            rxtx_factor: number | default 1.0
            extra_specs: map | updatable
            is_public: boolean | default true
            @is_public: boolean
            @extra_specs: map
        OS::Nova::KeyPair
            name: string | required | length 1..255
            save_private_key: boolean | default false
            public_key: string
            type: string | one of ssh x509
            user: string | known to keystone.user
            @public_key: string
            @private_key: string
        OS::Nova::Server
            name: string | updatable
            image: string | updatable | known to glance.image
            block_device_mapping: list
                *: map
                    device_name: string | required
                    volume_id: string | known to cinder.volume
                    snapshot_id: string | known to cinder.snapshot
                    volume_size: integer
                    delete_on_termination: boolean
            block_device_mapping_v2: list
                *: map
                    device_name: string
                    volume_id: string | known to cinder.volume
                    image_id: string | known to glance.image
                    image: string | known to glance.image
                    snapshot_id: string | known to cinder.snapshot
                    swap_size: integer
                    ephemeral_size: integer | range 1..
                    ephemeral_format: string | one of ext2 ext3 ext4 xfs ntfs
                    device_type: string | one of cdrom disk
                    disk_bus: string | one of ide lame_bus sata scsi usb virtio
                    boot_index: integer
                    volume_size: integer
                    delete_on_termination: boolean
                    volume_type: string | known to cinder.vtype
            flavor: string | required | updatable | known to nova.flavor
            flavor_update_policy: string | updatable | default "RESIZE" | one of RESIZE REPLACE
            image_update_policy: string | updatable | default "REBUILD"
              | one of REBUILD REPLACE REBUILD_PRESERVE_EPHEMERAL
            key_name: string | known to nova.keypair
            admin_user: string
            availability_zone: string
            security_groups: list | default []
            networks: list | updatable
                *: map
                    uuid: string | known to neutron.network
                    network: string | known to neutron.network
                    allocate_network: string | updatable | one of none auto
                    fixed_ip: string | known to ip_addr
                    port: string | known to neutron.port
                    port_extra_properties: map | updatable
                        value_specs: map | updatable | default {}
                        admin_state_up: boolean | updatable | default true
                        mac_address: string | known to mac_addr
                        allowed_address_pairs: list | updatable
                            *: map
                                mac_address: string | known to mac_addr
                                ip_address: string | required | known to ip_or_cidr
                        binding:vnic_type: string | updatable | default "normal"
                          | one of normal direct macvtap direct-physical baremetal virtio-forwarder
                          \ smart-nic
                        port_security_enabled: boolean | updatable
                        qos_policy: string | updatable | known to neutron.qos_policy
                        propagate_uplink_status: boolean | updatable
                        no_fixed_ips: boolean | updatable | default false
                    subnet: string
                    floating_ip: string
                    tag: string
            scheduler_hints: map
            metadata: map | updatable | default {}
            user_data_format: string | default "HEAT_CFNTOOLS"
              | one of HEAT_CFNTOOLS RAW SOFTWARE_CONFIG
            software_config_transport: string | updatable | default "POLL_SERVER_CFN"
              | one of POLL_SERVER_CFN POLL_SERVER_HEAT POLL_TEMP_URL ZAQAR_MESSAGE
            user_data_update_policy: string | updatable | default "REPLACE"
              | one of REPLACE IGNORE REBUILD
            user_data: string | updatable | default ""
            reservation_id: string
            config_drive: boolean
            diskConfig: string | one of AUTO MANUAL
            personality: map | default {}
            admin_pass: string | updatable
            tags: list | updatable
                *: string
            deployment_swift_data: map | updatable | default {}
                container: string | length 1..
                object: string | length 1..
            @name: string
            @addresses: map
            @networks: map
            @first_address
            @instance_name: string
            @accessIPv4: string
            @accessIPv6: string
            @console_urls: map
            @tags: list
            @os_collect_config: map
        OS::Nova::ServerGroup
            name: string
            policies: list | default ["anti-affinity"]
              | one of anti-affinity affinity soft-anti-affinity soft-affinity
                *: string
            rules: map
                max_server_per_host: number
        """#
}
