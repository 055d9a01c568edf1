/**
 * Contacts from and for other programs: CSV of spreadsheets and customer systems, vCards of telephones. Reads a file into rows, says
 * of each row what it would do to the contacts, and writes contacts as files. Pure but for {@link
 * ringdown.contacts.addressbook.AddressBook}, the front door, which the page calls.
 */
@NullMarked
package ringdown.contacts.addressbook;

import org.jspecify.annotations.NullMarked;
