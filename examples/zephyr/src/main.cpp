// SPDX-License-Identifier: MIT
// Prints the headings of an article that arrives on the console's UART and ends with EOT.
#include <stet.hpp>
#include <zephyr/device.h>
#include <zephyr/drivers/uart.h>
#include <zephyr/sys/printk.h>

static stet::reader<> in;
static stet::event e;

static void show() {
    static bool in_title = false;
    while (in.next(e)) {
        if (e.what == stet::kind::headline || e.what == stet::kind::heading) {
            in_title = e.side == stet::edge::begin;
            if (!in_title) printk("\n");
        }
        if (in_title && e.what == stet::kind::text) printk("%.*s", static_cast<int>(e.text().size), e.text().data);
    }
}

int main() {
    const struct device* const uart = DEVICE_DT_GET(DT_CHOSEN(zephyr_console));
    while (!in.done()) {
        unsigned char one = 0;
        if (uart_poll_in(uart, &one) != 0) continue;  // nothing yet
        if (one == 4) in.finish();
        else in.put(static_cast<char>(one));
        show();
    }
    return 0;
}
