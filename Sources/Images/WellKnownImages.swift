public import Hardware

/// The names under which the images that the flow itself needs are kept (TripleO's names).
public enum WellKnownImages {
    public static let deployKernel: ImageName = "bm-deploy-kernel"
    public static let deployRamdisk: ImageName = "bm-deploy-ramdisk"
    public static let undercloud: ImageName = "undercloud-full"
    public static let overcloud: ImageName = "overcloud-full"
}
