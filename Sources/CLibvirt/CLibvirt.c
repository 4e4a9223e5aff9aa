// The calls of libvirt, loaded when the first of them is needed: the library and the sixty that it
// is linked with take as long to load as all else that a program of ours does at its start, and few
// of its runs speak to hypervisors. A host without libvirt can run all the others, too.
#include "CLibvirt.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void *library;
static const char *problem;

static void load(void) {
    // The name of its interface, which has been the same since its first release.
    library = dlopen("libvirt.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) problem = dlerror();
}

const char *libvirtProblem(void) {
    pthread_once(&once, load);
    return problem;
}

static void *find(const char *name) {
    void *function = libvirtProblem() ? NULL : dlsym(library, name);
    if (!function) {
        fprintf(stderr, "libvirt has no %s, which 0.10.0 had already.\n", name);
        abort();
    }
    return function;
}

// Hidden, so that the library never takes ours for its own.
#define CALL(result, name, parameters, arguments) \
    __attribute__((visibility("hidden"))) result name parameters { \
        return ((result(*) parameters)find(#name)) arguments; \
    }

CALL(int, virInitialize, (void), ())
CALL(virErrorPtr, virGetLastError, (void), ())
CALL(void, virResetLastError, (void), ())
CALL(void, virSetErrorFunc, (void *data, virErrorFunc handler), (data, handler))
CALL(int, virEventRegisterDefaultImpl, (void), ())
CALL(int, virEventRunDefaultImpl, (void), ())

CALL(virConnectPtr, virConnectOpen, (const char *name), (name))
CALL(int, virConnectClose, (virConnectPtr connection), (connection))
CALL(int, virConnectIsAlive, (virConnectPtr connection), (connection))
CALL(int, virConnectSetKeepAlive, (virConnectPtr connection, int interval, unsigned int count),
     (connection, interval, count))
CALL(char *, virConnectGetCapabilities, (virConnectPtr connection), (connection))
CALL(int, virConnectListAllDomains,
     (virConnectPtr connection, virDomainPtr **domains, unsigned int flags),
     (connection, domains, flags))
CALL(int, virConnectRegisterCloseCallback,
     (virConnectPtr connection, virConnectCloseFunc call, void *data, virFreeCallback release),
     (connection, call, data, release))
CALL(int, virConnectUnregisterCloseCallback, (virConnectPtr connection, virConnectCloseFunc call),
     (connection, call))
CALL(int, virConnectDomainEventRegisterAny,
     (virConnectPtr connection, virDomainPtr domain, int event,
      virConnectDomainEventGenericCallback call, void *data, virFreeCallback release),
     (connection, domain, event, call, data, release))
CALL(int, virConnectDomainEventDeregisterAny, (virConnectPtr connection, int call),
     (connection, call))

CALL(virDomainPtr, virDomainLookupByName, (virConnectPtr connection, const char *name),
     (connection, name))
CALL(virDomainPtr, virDomainDefineXML, (virConnectPtr connection, const char *xml),
     (connection, xml))
CALL(int, virDomainUndefine, (virDomainPtr domain), (domain))
CALL(int, virDomainUndefineFlags, (virDomainPtr domain, unsigned int flags), (domain, flags))
CALL(int, virDomainFree, (virDomainPtr domain), (domain))
CALL(virConnectPtr, virDomainGetConnect, (virDomainPtr domain), (domain))
CALL(const char *, virDomainGetName, (virDomainPtr domain), (domain))
CALL(char *, virDomainGetXMLDesc, (virDomainPtr domain, unsigned int flags), (domain, flags))
CALL(int, virDomainGetState, (virDomainPtr domain, int *state, int *reason, unsigned int flags),
     (domain, state, reason, flags))
CALL(int, virDomainIsActive, (virDomainPtr domain), (domain))
CALL(int, virDomainIsPersistent, (virDomainPtr domain), (domain))
CALL(int, virDomainCreate, (virDomainPtr domain), (domain))
CALL(int, virDomainDestroy, (virDomainPtr domain), (domain))
CALL(int, virDomainShutdown, (virDomainPtr domain), (domain))
CALL(int, virDomainReboot, (virDomainPtr domain, unsigned int flags), (domain, flags))
CALL(int, virDomainReset, (virDomainPtr domain, unsigned int flags), (domain, flags))
CALL(int, virDomainResume, (virDomainPtr domain), (domain))
CALL(int, virDomainPMWakeup, (virDomainPtr domain, unsigned int flags), (domain, flags))
CALL(int, virDomainInjectNMI, (virDomainPtr domain, unsigned int flags), (domain, flags))
CALL(int, virDomainOpenConsole,
     (virDomainPtr domain, const char *device, virStreamPtr stream, unsigned int flags),
     (domain, device, stream, flags))
CALL(char *, virDomainScreenshot,
     (virDomainPtr domain, virStreamPtr stream, unsigned int screen, unsigned int flags),
     (domain, stream, screen, flags))

CALL(virStreamPtr, virStreamNew, (virConnectPtr connection, unsigned int flags),
     (connection, flags))
CALL(int, virStreamFree, (virStreamPtr stream), (stream))
CALL(int, virStreamSend, (virStreamPtr stream, const char *data, size_t count),
     (stream, data, count))
CALL(int, virStreamRecv, (virStreamPtr stream, char *data, size_t count), (stream, data, count))
CALL(int, virStreamFinish, (virStreamPtr stream), (stream))
CALL(int, virStreamAbort, (virStreamPtr stream), (stream))
CALL(int, virStreamEventAddCallback,
     (virStreamPtr stream, int events, virStreamEventCallback call, void *data,
      virFreeCallback release),
     (stream, events, call, data, release))
CALL(int, virStreamEventUpdateCallback, (virStreamPtr stream, int events), (stream, events))
CALL(int, virStreamEventRemoveCallback, (virStreamPtr stream), (stream))
