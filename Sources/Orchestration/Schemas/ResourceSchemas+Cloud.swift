extension ResourceSchemas {
    /// The properties and attributes of Cinder's, Glance's, Ironic's and Keystone's resources.
    ///
    /// Source: the property schemas of openstack-heat 24.
    static let cloud = #"""
        OS::Cinder::Volume
            availability_zone: string
            size: integer | updatable | range 1..
            snapshot_id: string | known to cinder.snapshot
            backup_id: string | updatable | known to cinder.backup
            name: string | updatable
            description: string | updatable
            volume_type: string | updatable | known to cinder.vtype
            metadata: map | updatable | default {}
            imageRef: string
            image: string | known to glance.image
            source_volid: string | known to cinder.volume
            scheduler_hints: map
            read_only: boolean | updatable
            multiattach: boolean | default false
            @availability_zone: string
            @size: string
            @snapshot_id: string
            @display_name: string
            @display_description: string
            @volume_type: string
            @metadata: string
            @source_volid: string
            @status: string
            @created_at: string
            @bootable: string
            @metadata_values: map
            @encrypted: string
            @attachments: string
            @attachments_list: list
            @multiattach: boolean
        OS::Cinder::VolumeAttachment
            instance_uuid: string | required | updatable
            volume_id: string | required | updatable | known to cinder.volume
            mountpoint: string | updatable
        OS::Glance::WebImage
            name: string
            id: string
            min_disk: integer | default 0 | range 0..
            min_ram: integer | default 0 | range 0..
            protected: boolean | updatable | default false
            disk_format: string | required
              | one of ami ari aki vhd vhdx vmdk raw qcow2 vdi iso ploop
            container_format: string | required | one of ami ari aki bare ovf ova docker
            location: string | required
            tags: list | updatable
            architecture: string | updatable
            kernel_id: string | updatable
              | pattern
        \ ^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$
            os_distro: string | updatable
            os_version: string | updatable
            owner: string | updatable
            extra_properties: map | updatable | default {}
            visibility: string | updatable | default "private"
              | one of public private community shared
            ramdisk_id: string | updatable
              | pattern
        \ ^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$
            active: boolean | updatable | default true
            members: list | updatable
                *: string
        OS::Ironic::Port
            node: string | required | updatable | known to ironic.node
            address: string | required | updatable
            portgroup: string | updatable | known to ironic.portgroup
            local_link_connection: map | updatable
            pxe_enabled: boolean | updatable
            physical_network: string | updatable
            extra: map | updatable
            is_smartnic: boolean | updatable
            @address: string
            @node_uuid: string
            @portgroup_uuid: string
            @local_link_connection: map
            @pxe_enabled: boolean
            @physical_network: string
            @internal_info: map
            @extra: map
            @is_smartnic: boolean
        OS::Keystone::Domain
            name: string | updatable
            description: string | updatable
            enabled: boolean | updatable | default true
        OS::Keystone::Endpoint
            name: string | updatable
            region: string | updatable | known to keystone.region
            service: string | required | updatable | known to keystone.service
            interface: string | required | updatable | one of public internal admin
            url: string | required | updatable
            enabled: boolean | updatable | default true
        OS::Keystone::Project
            name: string | updatable
            domain: string | updatable | default "default" | known to keystone.domain
            description: string | updatable | default ""
            enabled: boolean | updatable | default true
            parent: string | known to keystone.project
            tags: list | updatable | default []
            @name: string
            @parent_id: string
            @domain_id: string
            @enabled: boolean
            @is_domain: boolean
        OS::Keystone::Role
            name: string | updatable
            domain: string | known to keystone.domain
        OS::Keystone::Service
            name: string | updatable
            description: string | updatable
            type: string | required | updatable
            enabled: boolean | updatable | default true
        OS::Keystone::User
            name: string | updatable
            domain: string | updatable | default "default" | known to keystone.domain
            description: string | updatable | default ""
            enabled: boolean | updatable | default true
            email: string | updatable
            password: string | updatable
            default_project: string | updatable | known to keystone.project
            groups: list | updatable
                *: string | known to keystone.group
            roles: list | updatable
                *: map
                    role: string | required | known to keystone.role
                    project: string | known to keystone.project
                    domain: string | known to keystone.domain
            @name: string
            @default_project_id: string
            @domain_id: string
            @enabled: boolean
            @password_expires_at: string
        """#
}
