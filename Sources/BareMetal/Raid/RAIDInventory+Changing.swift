import Hardware

extension RAIDInventory {
    /// What there is once every volume is deleted.
    var withoutVolumes: RAIDInventory {
        RAIDInventory(controllers: controllers, disks: disks, volumes: [])
    }
}
