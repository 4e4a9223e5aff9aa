extension ResourceSchemas {
    /// The properties and attributes of Neutron's resources.
    ///
    /// Source: the property schemas of openstack-heat 24.
    static let neutron = #"""
        OS::Neutron::FloatingIP
            floating_network_id: string | known to neutron.network
            floating_network: string | required | once floating_network_id \#
        | known to neutron.network
            floating_subnet: string | known to neutron.subnet
            value_specs: map | default {}
            port_id: string | updatable | known to neutron.port
            fixed_ip_address: string | updatable | known to ip_addr
            floating_ip_address: string | known to ip_addr
            dns_name: string | updatable | known to rel_dns_name
            dns_domain: string | updatable | known to dns_domain
            @router_id: string
            @tenant_id: string
            @floating_network_id: string
            @fixed_ip_address: string
            @floating_ip_address: string
            @port_id: string
        OS::Neutron::Net
            name: string | updatable
            value_specs: map | updatable | default {}
            admin_state_up: boolean | updatable | default true
            tenant_id: string
            shared: boolean | updatable | default false
            dhcp_agent_ids: list | updatable
            port_security_enabled: boolean | updatable
            qos_policy: string | updatable | known to neutron.qos_policy
            dns_domain: string | updatable | known to dns_domain
            availability_zone_hints: list
            tags: list | updatable
                *: string
            @status: string
            @name: string
            @subnets: list
            @admin_state_up: string
            @tenant_id: string
            @port_security_enabled: boolean
            @mtu: integer
            @qos_policy_id: string
            @l2_adjacency: boolean
            @segments: list
        OS::Neutron::Port
            name: string | updatable
            network_id: string | known to neutron.network
            network: string | required | once network_id | known to neutron.network
            device_id: string | updatable | default ""
            device_owner: string | updatable | default ""
            fixed_ips: list | updatable
                *: map
                    subnet_id: string | known to neutron.subnet
                    subnet: string | known to neutron.subnet
                    ip_address: string | known to ip_addr
            security_groups: list | updatable
            replacement_policy: string | updatable | default "AUTO" | one of REPLACE_ALWAYS AUTO
            dns_name: string | updatable | known to dns_name
            tags: list | updatable
                *: string
            value_specs: map | updatable | default {}
            admin_state_up: boolean | updatable | default true
            mac_address: string | known to mac_addr
            allowed_address_pairs: list | updatable
                *: map
                    mac_address: string | known to mac_addr
                    ip_address: string | required | known to ip_or_cidr
            binding:vnic_type: string | updatable | default "normal"
              | one of normal direct macvtap direct-physical baremetal virtio-forwarder smart-nic
            port_security_enabled: boolean | updatable
            qos_policy: string | updatable | known to neutron.qos_policy
            propagate_uplink_status: boolean | updatable
            no_fixed_ips: boolean | updatable | default false
            @admin_state_up: string
            @device_id: string
            @device_owner: string
            @fixed_ips: list
            @mac_address: string
            @name: string
            @network_id: string
            @security_groups: list
            @status: string
            @tenant_id: string
            @allowed_address_pairs: list
            @subnets: list
            @port_security_enabled: boolean
            @qos_policy_id: string
            @dns_assignment: map
            @network: map
            @propagate_uplink_status: boolean
        OS::Neutron::Router
            name: string | updatable
            external_gateway_info: map | updatable
                network: string | required | updatable
                enable_snat: boolean | updatable
                external_fixed_ips: list | updatable
                    *: map
                        ip_address: string | known to ip_addr
                        subnet: string | known to neutron.subnet
            value_specs: map | updatable | default {}
            admin_state_up: boolean | updatable | default true
            l3_agent_id: string | updatable
            l3_agent_ids: list | updatable
                *: string
            distributed: boolean
            ha: boolean
            availability_zone_hints: list | updatable
            tags: list | updatable
                *: string
            tenant_id: string
            @status: string
            @external_gateway_info: map
            @name: string
            @admin_state_up: string
            @tenant_id: string
        OS::Neutron::RouterInterface
            router: string | required | once router_id | known to neutron.router
            router_id: string | known to neutron.router
            subnet_id: string | known to neutron.subnet
            subnet: string | known to neutron.subnet
            port_id: string | known to neutron.port
            port: string | known to neutron.port
        OS::Neutron::SecurityGroup
            name: string | updatable
            description: string | updatable
            rules: list | updatable | default []
                *: map
                    direction: string | default "ingress" | one of ingress egress
                    ethertype: string | default "IPv4" | one of IPv4 IPv6
                    port_range_min: integer | range 0..65535
                    port_range_max: integer | range 0..65535
                    protocol: string
                      | one of 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25
                      \ 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50
                      \ 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75
                      \ 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 100
                      \ 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119
                      \ 120 121 122 123 124 125 126 127 128 129 130 131 132 133 134 135 136 137 138
                      \ 139 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157
                      \ 158 159 160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176
                      \ 177 178 179 180 181 182 183 184 185 186 187 188 189 190 191 192 193 194 195
                      \ 196 197 198 199 200 201 202 203 204 205 206 207 208 209 210 211 212 213 214
                      \ 215 216 217 218 219 220 221 222 223 224 225 226 227 228 229 230 231 232 233
                      \ 234 235 236 237 238 239 240 241 242 243 244 245 246 247 248 249 250 251 252
                      \ 253 254 255 ah dccp egp esp gre icmp icmpv6 igmp ipv6-encap ipv6-frag
                      \ ipv6-icmp ipv6-nonxt ipv6-opts ipv6-route ospf pgm rsvp sctp tcp udp
                      \ udplite vrrp
                    remote_mode: string | default "remote_ip_prefix"
                      | one of remote_ip_prefix remote_group_id
                    remote_group_id: string | known to neutron.security_group
                    remote_ip_prefix: string | known to net_cidr
                    description: string
            stateful: boolean | updatable
        OS::Neutron::Subnet
            network_id: string | known to neutron.network
            network: string | required | once network_id | known to neutron.network
            subnetpool: string | known to neutron.subnetpool
            prefixlen: integer | range 0..
            cidr: string | known to net_cidr
            value_specs: map | updatable | default {}
            name: string | updatable
            ip_version: integer | default 4 | one of 4 6
            dns_nameservers: list | updatable | default []
            gateway_ip: string | updatable
            enable_dhcp: boolean | updatable | default true
            allocation_pools: list | updatable
                *: map
                    start: string | required | known to ip_addr
                    end: string | required | known to ip_addr
            tenant_id: string
            host_routes: list | updatable
                *: map
                    destination: string | required | known to net_cidr
                    nexthop: string | required | known to ip_addr
            ipv6_ra_mode: string | one of dhcpv6-stateful dhcpv6-stateless slaac
            ipv6_address_mode: string | one of dhcpv6-stateful dhcpv6-stateless slaac
            segment: string | updatable | known to neutron.segment
            tags: list | updatable
                *: string
            @name: string
            @network_id: string
            @tenant_id: string
            @allocation_pools: list
            @gateway_ip: string
            @host_routes: list
            @ip_version: string
            @cidr: string
            @dns_nameservers: list
            @enable_dhcp: string
        """#
}
