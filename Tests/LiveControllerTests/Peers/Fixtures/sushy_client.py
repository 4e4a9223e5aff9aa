"""Drives a Redfish service with sushy, class by class.

Usage: sushy_client.py URL AUTHORITY session|basic

Prints a line for each check, `ok NAME` or `FAIL NAME: reason`; exit status 1 where one failed.
"""

import logging
import sys
import time

import sushy
from sushy import auth

logging.disable(logging.CRITICAL)
url, authority, kind = sys.argv[1:]
failed = False


def check(name, act, wanted=None):
    """Does something, and holds the outcome against a value, or a test of it."""
    global failed
    try:
        value = act()
    except Exception as error:
        failed = True
        print(f"FAIL {name}: {type(error).__name__} {error}".replace("\n", " "))
        return None
    fits = wanted(value) if callable(wanted) else wanted is None or value == wanted
    failed = failed or not fits
    print(f"ok {name}" if fits else f"FAIL {name}: {value!r}".replace("\n", " "))
    return value


def refused(name, act, error):
    """Does something that is to be refused with this error."""
    def attempt():
        try:
            act()
        except error:
            return True
    check(name, attempt, True)


def after(resource, act):
    """A resource as it is once something was done to it."""
    act()
    resource.refresh()
    return resource


def log_in(password):
    credentials = auth.SessionAuth if kind == "session" else auth.BasicAuth
    return sushy.Sushy(
        url, auth=credentials("admin", password), verify=authority, server_side_retries=0)


service = log_in("secret")
check("root", lambda: (service.name, len(service.uuid)), lambda root: root[1] == 36)
refused("wrong password", lambda: log_in("guess").get_system_collection(), sushy.exceptions.AccessError)
refused("unknown system", lambda: service.get_system("/redfish/v1/Systems/none"),
        sushy.exceptions.ResourceNotFoundError)

# Systems
check("systems", lambda: len(service.get_system_collection().get_members()), 3)
system = check("system", lambda: service.get_system("/redfish/v1/Systems/node-0"))
check("identity", lambda: (system.manufacturer, system.serial_number, system.sku is None),
      ("Acme", "SN1", True))
check("status", lambda: system.status.health, sushy.Health.OK)
check("system type", lambda: system.system_type, sushy.SystemType.PHYSICAL)
check("memory", lambda: system.memory_summary.size_gib, 64)
check("bios version", lambda: system.bios_version)
check("reset types", system.get_allowed_reset_system_values, lambda types: len(types) >= 8)
check("power is off", lambda: system.power_state, sushy.PowerState.OFF)
check("power on", lambda: after(system, lambda: system.reset_system(sushy.ResetType.ON)).power_state,
      sushy.PowerState.ON)
for kind_of_reset in (sushy.ResetType.FORCE_RESTART, sushy.ResetType.GRACEFUL_RESTART,
                      sushy.ResetType.NMI, sushy.ResetType.POWER_CYCLE):
    check(f"reset {kind_of_reset.value}",
          lambda: after(system, lambda: system.reset_system(kind_of_reset)).power_state,
          sushy.PowerState.ON)
check("shut down", lambda: after(
    system, lambda: system.reset_system(sushy.ResetType.GRACEFUL_SHUTDOWN)).power_state,
    sushy.PowerState.OFF)
check("boot sources", system.get_allowed_system_boot_source_values,
      lambda sources: sushy.BootSource.PXE in sources)
for source in (sushy.BootSource.PXE, sushy.BootSource.HDD, sushy.BootSource.CD):
    for enabled in (sushy.BootSourceOverrideEnabled.ONCE, sushy.BootSourceOverrideEnabled.CONTINUOUS):
        check(f"boot {source.value} {enabled.value}", lambda: (
            after(system, lambda: system.set_system_boot_options(
                source, enabled=enabled, mode=sushy.BootSourceOverrideMode.UEFI)).boot.target,
            system.boot.enabled, system.boot.mode),
            (source, enabled, sushy.BootSourceOverrideMode.UEFI))
check("indicator", lambda: after(
    system, lambda: system.set_indicator_led(sushy.IndicatorLED.LIT)).indicator_led,
    sushy.IndicatorLED.LIT)
check("processors", lambda: [part.total_threads for part in system.processors.get_members()], [16])
check("processor summary", lambda: system.processors.summary.count, 16)
check("interfaces", lambda: list(system.ethernet_interfaces.summary), lambda macs: len(macs) == 1)
check("interface", lambda: system.ethernet_interfaces.get_members()[0].status.state,
      sushy.State.ENABLED)
check("simple storage", lambda: len(system.simple_storage.get_members()), 1)
check("largest disk", lambda: system.simple_storage.disks_sizes_bytes)

# Secure boot, and media as the system shows them
secure = check("secure boot", lambda: system.secure_boot)
check("secure boot mode", lambda: (secure.enabled, secure.mode),
      (False, sushy.SecureBootMode.USER))
check("enable", lambda: after(secure, lambda: secure.set_enabled(True)).enabled, True)
check("not yet", lambda: secure.current_boot, sushy.SecureBootCurrentBoot.DISABLED)
check("in force", lambda: (system.reset_system(sushy.ResetType.ON),
                           after(secure, lambda: None).current_boot)[1],
      sushy.SecureBootCurrentBoot.ENABLED)
check("key resets", secure.get_allowed_reset_keys_values, lambda kinds: len(kinds) == 3)
check("delete keys", lambda: after(secure, lambda: secure.reset_keys(
    sushy.SecureBootResetKeysType.DELETE_ALL_KEYS)).mode, sushy.SecureBootMode.SETUP)
check("system's media", lambda: [part.identity for part in system.virtual_media.get_members()],
      ["Cd"])
check("off again", lambda: after(
    system, lambda: system.reset_system(sushy.ResetType.FORCE_OFF)).power_state,
    sushy.PowerState.OFF)

# Firmware settings
bios = check("bios", lambda: system.bios)
check("attributes", lambda: bios.attributes["LogicalProc"], "Enabled")
check("set attribute", lambda: after(
    bios, lambda: bios.set_attribute("LogicalProc", "Disabled")).pending_attributes,
    {"LogicalProc": "Disabled"})
check("set attributes", lambda: after(
    bios, lambda: bios.set_attributes({"QuietBoot": False})).pending_attributes["QuietBoot"], False)
check("apply settings", lambda: after(
    bios, lambda: system.reset_system(sushy.ResetType.ON)).attributes["LogicalProc"], "Disabled")
check("update status", lambda: bios.update_status.status)
check("reset bios", bios.reset_bios)

# Storage
storage = check("storage", lambda: system.storage.get_members()[0])
check("controllers", lambda: len(storage.storage_controllers), 1)
check("drives", lambda: [(drive.protocol, drive.media_type) for drive in storage.drives],
      lambda drives: len(drives) == 4 and drives[0] == (sushy.Protocol.SAS, "SSD"))
check("drive sizes", lambda: storage.drives_sizes_bytes, [100 << 30] * 4)
check("drive", lambda: storage.drives[0].status.health, sushy.Health.OK)
volumes = check("volumes", lambda: storage.volumes)
monitor = check("create volume", lambda: volumes.create(
    {"Name": "root", "RAIDType": "RAID1",
     "Links": {"Drives": [{"@odata.id": drive.path} for drive in storage.drives[:2]]}},
    apply_time=sushy.ApplyTime.IMMEDIATE))
check("volume", lambda: [(volume.identity, volume.raid_type, volume.capacity_bytes)
                         for volume in after(volumes, lambda: None).get_members()],
      lambda made: len(made) == 1 and made[0][1] == sushy.RAIDType.RAID1)
check("delete volume", lambda: volumes.get_members()[0].delete())
check("deleted", lambda: time.sleep(1))
check("no volume", lambda: service.get_system("/redfish/v1/Systems/node-0").storage.get_members()[0]
      .volumes.members_identities, ())

# Managers
manager = check("manager", lambda: system.managers[0])
check("manager's firmware", lambda: manager.firmware_version)
check("manager type", lambda: manager.manager_type, sushy.ManagerType.BMC)
check("manager's systems", lambda: manager.systems[0].identity, "node-0")
check("manager's chassis", lambda: manager.chassis[0].identity, "node-0")
check("manager resets", manager.get_allowed_reset_manager_values, lambda types: len(types) > 0)
check("clock", lambda: after(
    manager, lambda: manager.set_datetime("2026-01-02T03:04:05Z")).json["DateTime"],
    lambda clock: clock.startswith("2026-01-02T03:04:"))
media = check("virtual media", lambda: manager.virtual_media.get_members()[0])
check("media types", lambda: sushy.VirtualMediaType.CD in media.media_types, True)
check("insert", lambda: after(media, lambda: media.insert_media("http://192.0.2.1/a.iso")).image,
      "http://192.0.2.1/a.iso")
check("inserted", lambda: media.inserted, True)
check("eject", lambda: after(media, media.eject_media).inserted, False)
check("restart manager", lambda: manager.reset_manager(sushy.ResetType.FORCE_RESTART))

# Chassis
chassis = check("chassis", lambda: system.chassis[0])
check("chassis type", lambda: chassis.chassis_type, sushy.ChassisType.RACK_MOUNT)
check("all chassis", lambda: len(service.get_chassis_collection().get_members()), 3)
check("chassis' systems", lambda: chassis.systems[0].identity, "node-0")
check("chassis' managers", lambda: chassis.managers[0].identity, "node-0")
check("chassis' light", lambda: after(
    chassis, lambda: chassis.set_indicator_led(sushy.IndicatorLED.OFF)).indicator_led,
    sushy.IndicatorLED.OFF)
check("temperatures", lambda: [part.name for part in chassis.thermal.temperatures],
      lambda names: "Inlet Temp" in names)
check("fans", lambda: [part.identity for part in chassis.thermal.fans], lambda fans: len(fans) == 2)
check("power supplies", lambda: chassis.power.power_supplies)

# Sessions, tasks and updates
sessions = check("session service", service.get_session_service)
check("sessions", lambda: len(sessions.sessions.get_members()),
      lambda count: count >= (1 if kind == "session" else 0))
check("session timeout", lambda: sessions.session_timeout, lambda seconds: seconds >= 30)
updates = check("update service", service.get_update_service)
check("transfer protocols", updates.get_allowed_transfer_protocols, lambda kinds: len(kinds) > 0)
check("firmware", lambda: [part.identity for part in updates.firmware_inventory.get_members()],
      lambda parts: {"BIOS", "BMC"} <= set(parts))
monitor = check("update", lambda: updates.simple_update(
    "http://192.0.2.1/bmc-3.2.bin", targets=["/redfish/v1/UpdateService/FirmwareInventory/BMC"]))
check("under way", lambda: monitor.is_processing, True)
check("wait", lambda: monitor.wait(10))
check("done", lambda: monitor.is_processing, False)
tasks = check("task service", service.get_task_service)
check("tasks", lambda: tasks.tasks.get_members()[-1].task_state, sushy.TaskState.COMPLETED)

sys.exit(1 if failed else 0)
