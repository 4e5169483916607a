/** Style sheets of libraries, loaded with the component that needs them. */
declare module '*.css';
