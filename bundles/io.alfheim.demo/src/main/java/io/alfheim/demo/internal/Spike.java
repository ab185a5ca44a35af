/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

/**
 * One spike.
 *
 * @param time in seconds of the session
 * @param cluster which neuron, from 0
 * @param amplitude in volts
 * @param depth micrometres from the tip of the probe
 */
record Spike(double time, int cluster, double amplitude, double depth) {}
