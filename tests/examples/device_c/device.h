#pragma once

/* The Objects of the device, which are the ready-made model of the C interface, and what allowed
   requests do to their values. */

#include "request.h"

/* Gives every Resource of the Objects a first value: the policy was read. */
void device_begin(void);

/* Does what an allowed request asks for to `target`, which a Create makes, and touches what
   observers are to be told of: 0, or why it cannot be done; then nothing has changed. */
unsigned device_change(const struct request* asked, const lwm2m_access_path* target);

/* That Object Instance is gone, and what it held. */
void device_erase(const lwm2m_access_path* instance);

/* The device's own act: a new value of the sensor. */
void device_measure(double temperature);
