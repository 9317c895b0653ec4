/** The YAML file and the environment as one validated record. */
@org.jspecify.annotations.NullMarked
package madoguchi.settings;
