/** Whose turn it is when work is given to people by itself: who is away, and who has waited longest. */
package io.kehu.platform.assignment;
