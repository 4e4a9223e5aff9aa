"""Asks a controller for everything that pyghmi can, and prints a line for each answer."""

import sys

from pyghmi.ipmi import command


def check(name, ask):
    try:
        ask()
        print("ok", name)
    except Exception as error:  # Whatever it is, it is told and the rest is asked.
        print("failed", name, type(error).__name__, error)


bmc = command.Command(bmc="127.0.0.1", userid="admin", password="secret", port=int(sys.argv[1]))
for state in ["off", "on", "boot", "reset"]:
    check("power " + state, lambda: bmc.set_power(state, wait=False))
check("power", lambda: bmc.get_power()["powerstate"] in ("on", "off") or 1 / 0)
for device in ["network", "hd", "optical", "setup", "default"]:
    check("boot " + device, lambda: bmc.set_bootdev(device))
check("boot with UEFI", lambda: bmc.set_bootdev("network", persist=True, uefiboot=True))
check("boot asked", lambda: bmc.get_bootdev()["bootdev"] == "network" or 1 / 0)
check("health", bmc.get_health)
check("sensors", lambda: list(bmc.get_sensor_data()) or 1 / 0)
check("a sensor", lambda: bmc.get_sensor_reading("Fan1"))
check("inventory", lambda: list(bmc.get_inventory()) or 1 / 0)
check("firmware", lambda: list(bmc.get_firmware()))
check("event log", lambda: list(bmc.get_event_log()))
check("event log cleared", lambda: list(bmc.get_event_log(clear=True)))
check("light", lambda: bmc.set_identify(on=True, duration=5))
check("users", bmc.get_users)
check("a new user", lambda: bmc.create_user(7, "eve", "evepass", privilege_level="operator"))
check("a user's password", lambda: bmc.set_user_password(7, password="other"))
check("a user deleted", lambda: bmc.user_delete(7))
check("network", bmc.get_net_configuration)
check("channel", bmc.get_channel_info)
check("channel access", bmc.get_channel_access)
check("raw", lambda: bmc.raw_command(netfn=6, command=1))
check("watts", bmc.get_system_power_watts)
check("controller identifier", lambda: bmc.set_mci("abc"))
check("controller reset", bmc.reset_bmc)
